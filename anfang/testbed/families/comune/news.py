"""What the town hall tells: headlines, some with the steps' words in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class News:
    id: str
    title: str
    date: str
    text: str


NEAR: tuple[News, ...] = (
    News(
        "n1",
        "Fatturazione elettronica: al via gli incontri per le nuove imprese",
        "14 gennaio 2026",
        "Gli incontri si tengono nella sala civica e sono aperti a tutti.",
    ),
    News(
        "n2",
        "Timbro aziendale, presentato il nuovo modello di sigillo",
        "9 gennaio 2026",
        "Il nuovo modello riprende lo stemma della città.",
    ),
    News(
        "n3",
        "Registro delle imprese: le s.r.l. crescono anche quest'anno",
        "19 dicembre 2025",
        "I dati della Camera di commercio confermano la crescita delle società.",
    ),
    News(
        "n4",
        "INPS e Comune insieme per i datori di lavoro: firmato il protocollo",
        "2 dicembre 2025",
        "Il protocollo favorisce lo scambio di informazioni fra gli enti.",
    ),
    News(
        "n5",
        "Registri delle fatture: concluso il riordino dell'archivio",
        "21 novembre 2025",
        "Il riordino ha interessato i documenti dal 1998 in poi.",
    ),
    News(
        "n6",
        "Società a responsabilità limitata, un convegno sul nuovo codice",
        "6 novembre 2025",
        "Relatori i docenti dell'università e gli ordini professionali.",
    ),
)
"""Headlines that hold words of the steps."""

TOWN: tuple[News, ...] = (
    News(
        "t1",
        "Lavori in via Mazzini: cambia la viabilità",
        "16 gennaio 2026",
        "Il cantiere riguarda il tratto fra la piazza e il ponte.",
    ),
    News(
        "t2",
        "Festa patronale: il programma delle celebrazioni",
        "12 gennaio 2026",
        "Musica in piazza e fuochi d'artificio sul lungofiume.",
    ),
    News(
        "t3",
        "Asili nido, pubblicata la graduatoria",
        "8 gennaio 2026",
        "La graduatoria è consultabile nell'atrio del municipio.",
    ),
    News("t4", "Allerta meteo gialla per vento forte", "5 gennaio 2026", "Si raccomanda prudenza negli spostamenti."),
    News(
        "t5",
        "Nuovi contenitori per la raccolta differenziata",
        "22 dicembre 2025",
        "La distribuzione comincia dai quartieri a nord.",
    ),
    News(
        "t6",
        "Botteghe storiche: riconosciute altre otto insegne",
        "15 dicembre 2025",
        "Le targhe sono state consegnate in sala consiliare.",
    ),
    News(
        "t7",
        "Biblioteca: nuove sale studio per i ragazzi",
        "28 novembre 2025",
        "Le sale si trovano al primo piano del palazzo.",
    ),
)
