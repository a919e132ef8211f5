"""How the portal sorts its services: categories, topics, offices, and where the steps' guides belong.

Every name is a menu entry and has its wordings; the portal's voice chooses.
"""

from __future__ import annotations

CATEGORIES: dict[str, tuple[str, ...]] = {
    "anagrafe": ("Anagrafe e stato civile", "Documenti, residenza e famiglia", "Certificati e documenti personali"),
    "imprese": ("Imprese e commercio", "Commercio e attività produttive", "Aziende e commercio"),
    "tributi": ("Tributi, finanze e contravvenzioni", "Tasse e pagamenti", "Tributi e fiscalità"),
    "lavoro": ("Vita lavorativa", "Lavoro e previdenza", "Lavoro e formazione"),
    "autorizzazioni": ("Autorizzazioni", "Permessi e autorizzazioni", "Licenze e permessi"),
    "mobilita": ("Mobilità e trasporti", "Muoversi in città", "Traffico, sosta e trasporti"),
    "scuola": ("Educazione e formazione", "Scuola e infanzia", "Istruzione"),
    "cultura": ("Cultura e tempo libero", "Cultura, sport e tempo libero", "Eventi, sport e cultura"),
    "casa": ("Catasto e urbanistica", "Casa ed edilizia", "Edilizia e urbanistica"),
    "ambiente": ("Ambiente", "Ambiente e rifiuti", "Verde e ambiente"),
    "salute": ("Salute, benessere e assistenza", "Servizi sociali", "Sostegno e assistenza"),
    "sicurezza": ("Giustizia e sicurezza pubblica", "Sicurezza e legalità", "Polizia locale e sicurezza"),
}

ABOUT: dict[str, str] = {
    "anagrafe": "Carte, attestati, famiglia e dimora.",
    "imprese": "Negozi, mercati, artigiani e aziende.",
    "tributi": "Imposte locali, rimborsi e sanzioni.",
    "lavoro": "Tirocini, concorsi, chi lavora e chi assume.",
    "autorizzazioni": "Insegne, dehors, suolo pubblico, eventi.",
    "mobilita": "Auto, sosta, bus e biciclette.",
    "scuola": "Nidi, mense, trasporto degli alunni.",
    "cultura": "Libri, teatro, palestre e sale.",
    "casa": "Edifici, terreni e cantieri.",
    "ambiente": "Rifiuti, giardini e animali.",
    "salute": "Anziani, famiglie, persone fragili.",
    "sicurezza": "Polizia locale, oggetti ritrovati, incidenti.",
}
"""What a category holds, in a line."""

INTROS: tuple[str, ...] = (
    "Scegli il servizio che ti interessa.",
    "In questa sezione trovi schede e collegamenti.",
    "Consulta l'elenco e apri la scheda che ti serve.",
)

TOPICS: dict[str, tuple[str, ...]] = {
    "registration": ("Imprese", "Impresa e società", "Tessuto produttivo"),
    "seal": ("Identità e firma", "Documenti e firme", "Autenticità degli atti"),
    "invoice": ("Imposte", "Fisco", "Finanze e imposte"),
    "social_insurance": ("Previdenza", "Welfare e lavoro", "Occupazione"),
    "anagrafe": ("Residenza", "Vivere in famiglia", "Popolazione"),
    "mobilita": ("Trasporto pubblico", "Traffico urbano", "Mobilità sostenibile"),
    "scuola": ("Istruzione e nidi", "Infanzia", "Giovani e studio"),
    "cultura": ("Tempo libero", "Cultura ed eventi", "Sport"),
    "casa": ("Abitare", "Edifici e territorio", "Urbanizzazione"),
    "ambiente": ("Spazio verde", "Gestione rifiuti", "Animali domestici"),
}
"""By step, and by the category whose services the topic shows."""
TOPIC_OF: dict[str, str] = {
    "imprese": "registration",
    "autorizzazioni": "seal",
    "tributi": "invoice",
    "lavoro": "social_insurance",
    "salute": "anagrafe",
    "sicurezza": "mobilita",
}
"""By category: whose topic a service of every day has, where not the category's own."""

OFFICES: dict[str, tuple[str, ...]] = {
    "registration": ("Sportello unico attività produttive (SUAP)", "Ufficio attività produttive", "Sportello SUAP"),
    "seal": ("Segreteria e protocollo", "Ufficio atti e sigilli", "Segreteria generale"),
    "invoice": ("Ufficio tributi", "Ufficio entrate", "Sportello fiscale"),
    "social_insurance": ("Sportello lavoro", "Ufficio lavoro e previdenza", "Centro lavoro"),
    "anagrafe": ("Ufficio anagrafe", "Servizi demografici", "Sportello anagrafe e stato civile"),
    "scuola": ("Ufficio scuola", "Servizi educativi", "Ufficio istruzione"),
    "mobilita": ("Ufficio mobilità", "Ufficio traffico e sosta", "Sportello permessi di transito"),
    "casa": ("Sportello edilizia", "Ufficio tecnico", "Sportello unico edilizia (SUE)"),
}

AREAS: dict[str, tuple[str, ...]] = {
    "economia": ("Area sviluppo economico", "Area economia e territorio", "Dipartimento sviluppo"),
    "affari": ("Area affari generali", "Area amministrativa", "Dipartimento affari istituzionali"),
    "persona": ("Area servizi alla persona", "Area sociale", "Dipartimento welfare"),
}
AREA_OF: dict[str, str] = {
    "registration": "economia",
    "seal": "affari",
    "invoice": "economia",
    "social_insurance": "persona",
}
AREA_OTHERS: dict[str, str] = {"economia": "casa", "affari": "anagrafe", "persona": "scuola"}
"""The category whose office and services an area shows beside."""

SECTORS: dict[str, tuple[str, ...]] = {
    "registration": ("Settore commercio e imprese", "Settore attività economiche", "Settore imprese"),
    "seal": ("Settore segreteria", "Settore organi e atti", "Settore protocollo e archivio"),
    "invoice": ("Settore entrate", "Settore finanze", "Settore ragioneria e tributi"),
    "social_insurance": ("Settore lavoro", "Settore occupazione", "Settore politiche del lavoro"),
}

CATEGORY_OF: dict[str, tuple[str, ...]] = {
    "registration": ("imprese", "imprese", "autorizzazioni"),
    "seal": ("autorizzazioni", "sicurezza", "imprese"),
    "invoice": ("tributi", "tributi", "imprese"),
    "social_insurance": ("lavoro", "lavoro", "lavoro"),
}
"""By step: where the guide may belong."""

SUBCATEGORIES: dict[str, tuple[str, ...]] = {
    "registration": ("Registri e albi", "Albi, elenchi e registri", "Registri delle imprese"),
    "seal": ("Timbri e sigilli", "Timbri e firme", "Timbri, contrassegni e sigilli"),
    "invoice": ("Fatture e corrispettivi", "Fatture e registri IVA", "Fatturazione"),
    "social_insurance": ("Datori di lavoro", "Contributi e previdenza", "Previdenza"),
}
COMPANIES: tuple[str, ...] = ("Per le società", "Società", "Servizi per le società")
SOLE_TRADERS: tuple[str, ...] = ("Per le ditte individuali", "Ditte individuali", "Servizi per le ditte individuali")
