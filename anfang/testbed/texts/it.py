"""What the guides of invented Italian towns say."""

from __future__ import annotations

import re
from random import Random

from anfang.testbed.facts import Material
from anfang.testbed.texts.pool import Item, Pool


def _paper(
    name: str, form: str = "originale", source: str = "a cura del richiedente", copies: int = 1, required: bool = True
) -> Material:
    return Material(name, source=source, form=form, copies=copies, required=required)


_REGISTRY = "Camera di commercio"
_STATE = "rilasciato da un ente pubblico"

_ITEMS: dict[str, Item] = {
    "registration": Item(
        names=(
            "Iscrizione di una s.r.l. al Registro delle imprese",
            "Iscrizione di società a responsabilità limitata nel Registro delle imprese",
            "Costituzione e iscrizione di una s.r.l.",
            "Registrazione di una nuova società a responsabilità limitata",
        ),
        legal_basis=(
            "Codice civile, artt. 2330 e 2463",
            "Legge 29 dicembre 1993, n. 580, art. 8",
            "D.P.R. 7 dicembre 1995, n. 581, art. 11; Codice civile, art. 2188",
        ),
        conditions=(
            "La società deve avere atto costitutivo, statuto e una sede nel territorio di {city}.",
            "1. Atto costitutivo redatto davanti al notaio; 2. capitale sottoscritto dai soci; 3. amministratori nominati.",
            "Può fare domanda chi costituisce a {city} una società con almeno un socio.",
        ),
        materials=(
            _paper("Domanda di iscrizione della società"),
            _paper("Atto costitutivo e statuto", form="copia autentica", source="redatto dal notaio"),
            _paper("Documento d'identità dei soci", form="copia", source=_STATE),
            _paper("Accettazione della carica da parte degli amministratori"),
            _paper("Titolo di disponibilità dei locali", form="originale o copia"),
            _paper("Procura del delegato", required=False),
        ),
        process=(
            ("Domanda", "Verifica di completezza", "Istruttoria", "Decisione", "Rilascio del certificato"),
            ("Compilazione online della domanda", "Protocollazione", "Controllo", "Iscrizione nel registro"),
            ("Deposito dell'atto", "Protocollazione", "Approvazione", "Pubblicazione nel registro"),
        ),
        authority=(
            "Sportello unico per le attività produttive di {city}",
            f"{_REGISTRY} di {{city}}",
            "Registro delle imprese di {city}",
        ),
        results=(
            "Certificato di iscrizione",
            "Visura e certificato di iscrizione",
            "Certificato digitale di iscrizione",
        ),
        fees=("Gratuito", "Nessuno", "Non si paga nulla"),
        statutory=(15, 20, 7),
        hotline="800 000 814",
    ),
    "seal": Item(
        names=(
            "Rilascio e deposito del timbro aziendale",
            "Rilascio del timbro ufficiale d'impresa",
            "Deposito del sigillo della società",
            "Primo rilascio del sigillo societario",
        ),
        legal_basis=(
            "Regolamento comunale sui timbri e sui sigilli, art. 4",
            "Regio decreto 18 giugno 1931, n. 773, art. 16",
            "Deliberazione del Consiglio comunale 12 marzo 2018, n. 41, allegato B",
        ),
        conditions=(
            "La società è già iscritta nel Registro delle imprese.",
            "Società con sede a {city}, in attività, che chiede il timbro per la prima volta.",
            "Società ed enti costituiti regolarmente.",
        ),
        materials=(
            _paper("Visura camerale", form="originale e copia", source=_REGISTRY),
            _paper("Documento d'identità del legale rappresentante", form="copia", source=_STATE),
            _paper("Incarico di incisione del timbro"),
            _paper("Documento d'identità del delegato", form="copia", source=_STATE),
        ),
        process=(
            ("Scelta dell'incisore", "Raccolta dei dati", "Incisione", "Deposito dell'impronta", "Rilascio del timbro"),
            ("Domanda", "Verifica", "Incisione", "Rilascio del timbro"),
            ("Ordine online", "Verifica", "Incisione", "Rilascio del timbro"),
        ),
        authority=(
            "Ufficio timbri e sigilli di {city}",
            "Comando di polizia locale di {city}",
            "Segreteria generale del Comune di {city}",
        ),
        results=(
            "Timbro e ricevuta di deposito",
            "Attestazione di deposito del sigillo",
            "Serie di timbri della società",
        ),
        fees=(
            "30 euro per ogni timbro",
            "85 euro a serie (tariffa approvata dalla Giunta di {city})",
            "Gratuito",
            "Gratuito (la prima serie è a carico del bilancio comunale)",
        ),
        statutory=(5, 3, 10),
        hotline="014014",
    ),
    "invoice": Item(
        names=(
            "Attivazione della fatturazione elettronica per nuove imprese",
            "Rilascio dei registri delle fatture",
            "Primo rilascio delle fatture ufficiali",
            "Abilitazione all'emissione di fatture",
        ),
        legal_basis=(
            "D.P.R. 26 ottobre 1972, n. 633, art. 21",
            "Decreto legislativo 5 agosto 2015, n. 127, art. 1",
            "Legge 24 dicembre 2007, n. 244, art. 1, commi 209-214",
        ),
        conditions=(
            "Contribuenti ai quali è già stato assegnato il regime IVA.",
            "1. Partita IVA attiva; 2. dati anagrafici confermati; 3. nessun rilascio precedente.",
            "Soggetti registrati a {city} che devono emettere fatture.",
        ),
        materials=(
            _paper("Scheda di scelta del tipo di fattura", copies=2),
            _paper("Certificato di attribuzione della partita IVA", source=_STATE),
            _paper("Documento d'identità del delegato", source=_STATE),
            _paper("Impronta del timbro della società"),
        ),
        process=(
            ("Domanda", "Protocollazione", "Scelta del tipo di fattura", "Rilascio"),
            (
                "Compilazione online della domanda",
                "Protocollazione",
                "Approvazione",
                "Abilitazione del profilo",
                "Rilascio",
            ),
            ("Deposito della domanda", "Protocollazione", "Controllo", "Abilitazione"),
        ),
        authority=("Ufficio tributi di {city}", "Agenzia fiscale di {city}", "Direzione entrate del Comune di {city}"),
        results=(
            "Registri numerati delle fatture",
            "Codice di abilitazione",
            "Codice di abilitazione e registro delle fatture",
        ),
        fees=("Gratuito", "Nessuno", "Non si paga nulla"),
        statutory=(10, 20, 5),
        hotline="800 000 836",
    ),
    "social_insurance": Item(
        names=(
            "Iscrizione dell'azienda all'INPS come datore di lavoro",
            "Iscrizione INPS del datore di lavoro",
            "Apertura della posizione contributiva INPS dell'impresa",
            "Apertura della matricola aziendale INPS",
        ),
        legal_basis=(
            "Legge 8 agosto 1995, n. 335, art. 2",
            "R.D.L. 4 ottobre 1935, n. 1827, artt. 37 e 38",
            "Decreto-legge 30 settembre 2003, n. 269, art. 44, comma 9",
        ),
        conditions=(
            "Imprese che assumono il primo dipendente.",
            "Datori di lavoro costituiti regolarmente a {city}.",
            "L'impresa è iscritta nel Registro delle imprese e ha stipulato almeno un contratto di lavoro.",
        ),
        materials=(
            _paper("Scheda di iscrizione del datore di lavoro", copies=2),
            _paper("Visura camerale", form="copia", source=_REGISTRY),
            _paper("Elenco dei dipendenti", form="file elettronico"),
            _paper("Attestazione del conto corrente", form="copia", source="rilasciata dalla banca", required=False),
            _paper("Contratti di lavoro", form="copia"),
        ),
        process=(
            ("Domanda", "Protocollazione", "Controllo", "Iscrizione"),
            (
                "Compilazione online della domanda",
                "Protocollazione",
                "Secondo controllo",
                "Assegnazione della matricola",
            ),
            ("Deposito della domanda", "Protocollazione", "Verifica", "Conclusione"),
        ),
        authority=(
            "Sportello previdenza di {city}",
            "INPS, agenzia di {city}",
            "Ufficio lavoro e previdenza di {city}",
        ),
        results=(
            "Certificato di iscrizione del datore di lavoro",
            "Ricevuta di iscrizione",
            "Numero di matricola INPS",
        ),
        fees=("Gratuito", "Nessuno", "Non si paga nulla"),
        statutory=(15, 30, 10),
        hotline="800 000 863",
    ),
}

_HALLS = (
    "{road} {number}, {city}, Palazzo dei servizi, piano {floor}, sportello {window}",
    "Palazzo civico di {city}, {road} {number}, piano {floor}, sportello polifunzionale",
    "{road} {number}, centro civico, piano {floor}, sportello {window}",
)
_ROADS = (
    "Via dei Tigli", "Viale della Repubblica", "Piazza del Mercato", "Via del Lavatoio", "Corso dell'Unità", "Via San Rocco",
    "Largo della Filanda", "Via delle Scuole",
)  # fmt: skip

# No Italian district has one of these codes: the numbers are invented and ring nowhere.
_DISTRICTS = ("0147", "0148", "0327", "0328", "0937", "0938", "0987", "0988")
_SHAPES = ("{} {}", "{}/{}", "{}-{}", "{}.{}", "+39 {} {}")


def _number(rng: Random) -> str:
    """Nine or ten digits, now and then with the country's code before them."""
    subscriber = rng.choice((rng.randint(20_000, 89_999), rng.randint(220_000, 899_999)))
    return rng.choice(_SHAPES).format(rng.choice(_DISTRICTS), subscriber)


def _malformed(rng: Random) -> str:
    """Seven digits: two too few even for the shortest number."""
    return rng.choice(_SHAPES[:4]).format(rng.choice(_DISTRICTS), rng.randint(220, 899))


def _hall(rng: Random, city: str) -> str:
    return rng.choice(_HALLS).format(
        city=city,
        road=rng.choice(_ROADS),
        number=rng.randint(1, 199),
        floor=rng.randint(1, 4),
        window=rng.randint(1, 40),
    )


POOL = Pool(
    items=_ITEMS,
    catch_all=(
        "Ogni altro documento previsto dalle norme di settore",
        "Altri documenti pertinenti",
        "Eventuali documenti ulteriori che l'ufficio ritenga necessari",
        "Altra documentazione che la legge richieda",
    ),
    hours=(
        "dal lunedì al venerdì 8.30-12.30; martedì e giovedì anche 15.00-17.00",
        "lunedì-venerdì 9:00-13:00 (festivi esclusi)",
        "dal lunedì al venerdì, dalle ore 9 alle 12.30 e dalle 14 alle 16.30",
        "lunedì-venerdì 8:30-13:00, sabato 9:00-12:00",
    ),
    audiences=("Imprese", "Società ed enti", "Imprese e professionisti", "Persone giuridiche e imprese individuali"),
    item_types=("Autorizzazione", "Servizio pubblico", "Attestazione", "Altro provvedimento amministrativo"),
    placeholders=("Nessuno", "Non disponibile", "-", "--", "/", "n.d.", "Da definire", "In aggiornamento"),
    nothing="Nessuno",
    hotline="014014",
    well_formed=re.compile(r"(?:39)?0\d{8,9}|0\d{5}|800\d{6}"),
    together="{} – {} (domanda unica)",
    online="online",
    electronic="digitale",
    number=_number,
    malformed=_malformed,
    hall=_hall,
)
