"""The services of every day: the daily bread of a town hall."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Other:
    """A service whose guide is short."""

    id: str
    title: str
    category: str
    for_whom: str
    need: str
    price: str = "Gratuito"


_CITIZENS = "Cittadini residenti"
_DOCUMENT = "Documento d'identità valido"

GENERAL: tuple[Other, ...] = (
    Other(
        "cie", "Carta d'identità elettronica", "anagrafe", _CITIZENS, "Fototessera e vecchio documento", "22,20 euro"
    ),
    Other("residenza", "Cambio di residenza", "anagrafe", "Chi si trasferisce nel territorio comunale", _DOCUMENT),
    Other("certificati", "Certificati anagrafici", "anagrafe", "Tutti", _DOCUMENT),
    Other("nozze", "Pubblicazioni di matrimonio", "anagrafe", "Chi intende sposarsi", _DOCUMENT, "16 euro"),
    Other("nascita", "Dichiarazione di nascita", "anagrafe", "Genitori", "Attestazione di nascita"),
    Other("scia", "Apertura di un negozio di vicinato (SCIA)", "imprese", "Commercianti", "Planimetria del locale"),
    Other("mercato", "Posteggio al mercato settimanale", "imprese", "Commercianti ambulanti", "Titolo abilitativo"),
    Other(
        "albo",
        "Albo delle imprese artigiane: domande e modifiche",
        "imprese",
        "Artigiani",
        "Dichiarazione sull'attività",
    ),
    Other(
        "bar", "Somministrazione di alimenti e bevande", "imprese", "Esercenti", "Requisiti professionali del titolare"
    ),
    Other("saldi", "Comunicazione di vendita straordinaria", "imprese", "Esercenti", "Elenco della merce"),
    Other("parrucchieri", "Attività di acconciatore ed estetista", "imprese", "Artigiani", "Qualifica professionale"),
    Other("dehors", "Installazione di dehors", "autorizzazioni", "Esercenti", "Progetto dell'arredo", "120 euro"),
    Other(
        "suolo",
        "Occupazione temporanea di suolo pubblico",
        "autorizzazioni",
        "Tutti",
        "Planimetria dell'area",
        "16 euro",
    ),
    Other(
        "insegne",
        "Installazione di insegne e cartelli",
        "autorizzazioni",
        "Esercenti",
        "Bozzetto dell'insegna",
        "32 euro",
    ),
    Other("passo", "Passo carrabile", "autorizzazioni", "Proprietari di immobili", "Foto dell'accesso", "45 euro"),
    Other("eventi", "Manifestazioni e spettacoli temporanei", "autorizzazioni", "Associazioni", "Piano di sicurezza"),
    Other("tari", "Tassa sui rifiuti (TARI)", "tributi", "Chi occupa un immobile", "Dati catastali"),
    Other("imu", "Imposta municipale (IMU)", "tributi", "Proprietari di immobili", "Dati catastali"),
    Other("multe", "Ricorso contro una multa", "tributi", "Automobilisti", "Copia del verbale"),
    Other("rimborso", "Rimborso di tributi non dovuti", "tributi", "Contribuenti", "Ricevuta di versamento"),
    Other("pagopa", "Pagamenti con pagoPA", "tributi", "Tutti", "Avviso di pagamento"),
    Other("tirocinio", "Tirocini negli uffici comunali", "lavoro", "Studenti", "Curriculum"),
    Other("concorsi", "Partecipazione ai concorsi pubblici", "lavoro", "Chi cerca impiego", "Titolo di studio"),
    Other("colf", "Elenco delle assistenti familiari", "lavoro", "Famiglie", _DOCUMENT),
    Other("civile", "Servizio civile universale", "lavoro", "Giovani", "Curriculum"),
    Other(
        "ztl",
        "Permesso per la zona a traffico limitato",
        "mobilita",
        "Residenti nel centro",
        "Libretto dell'auto",
        "20 euro",
    ),
    Other(
        "disabili",
        "Contrassegno di parcheggio per disabili",
        "mobilita",
        "Persone con disabilità",
        "Certificazione medica",
    ),
    Other("sosta", "Abbonamento alla sosta", "mobilita", "Automobilisti", "Targa del veicolo", "30 euro al mese"),
    Other("nido", "Posto all'asilo nido", "scuola", "Famiglie", "Attestazione ISEE", "Secondo il reddito"),
    Other("mensa", "Mensa scolastica", "scuola", "Famiglie", "Attestazione ISEE", "Secondo il reddito"),
    Other("bus", "Trasporto scolastico", "scuola", "Famiglie", _DOCUMENT, "90 euro all'anno"),
    Other("biblioteca", "Prestito di libri", "cultura", "Tutti", _DOCUMENT),
    Other(
        "palestre",
        "Uso delle palestre comunali",
        "cultura",
        "Associazioni sportive",
        "Statuto dell'associazione",
        "12 euro l'ora",
    ),
    Other("sale", "Prenotazione di sale pubbliche", "cultura", "Tutti", _DOCUMENT, "50 euro"),
    Other(
        "edilizia",
        "Permesso di costruire",
        "casa",
        "Proprietari di immobili",
        "Progetto firmato dal tecnico",
        "Secondo la superficie",
    ),
    Other(
        "cdu",
        "Certificato di destinazione urbanistica",
        "casa",
        "Proprietari di terreni",
        "Estratto di mappa",
        "32 euro",
    ),
    Other("ingombranti", "Ritiro di rifiuti ingombranti", "ambiente", _CITIZENS, "Elenco degli oggetti"),
    Other("compost", "Compostiera domestica", "ambiente", _CITIZENS, _DOCUMENT),
    Other("cani", "Anagrafe canina", "ambiente", "Proprietari di cani", "Numero del microchip"),
    Other("bonus", "Bonus sociale bollette", "salute", "Famiglie a basso reddito", "Attestazione ISEE"),
    Other(
        "domicilio",
        "Assistenza domiciliare agli anziani",
        "salute",
        "Anziani",
        "Certificazione medica",
        "Secondo il reddito",
    ),
    Other("oggetti", "Oggetti smarriti", "sicurezza", "Tutti", "Descrizione dell'oggetto"),
    Other(
        "atti",
        "Accesso agli atti di un incidente stradale",
        "sicurezza",
        "Persone coinvolte",
        "Dati del sinistro",
        "15 euro",
    ),
    Other("armi", "Vidimazione di registri di pubblica sicurezza", "sicurezza", "Esercenti", "Registro in bianco"),
)
