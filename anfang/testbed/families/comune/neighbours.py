"""Near neighbours of every step: what somebody asks for who already has it."""

from __future__ import annotations

from anfang.testbed.families.comune.others import Other


def _near(step: str, *titles: str) -> tuple[Other, ...]:
    return tuple(
        Other(
            f"{step}-{n}",
            title,
            step,
            "Imprese già registrate",
            "Domanda firmata dal titolare o dal legale rappresentante",
        )
        for n, title in enumerate(titles)
    )


NEAR: dict[str, tuple[Other, ...]] = {
    "registration": _near(
        "registration",
        "Variazione della sede legale di una società",
        "Cancellazione di una società dal registro",
        "Duplicato della visura camerale smarrita",
        "Cambio dell'amministratore di una società",
        "Trasferimento di quote societarie",
    ),
    "seal": _near(
        "seal",
        "Sostituzione del timbro smarrito",
        "Annullamento del timbro di una società cessata",
        "Variazione dei dati sul timbro",
        "Denuncia di furto del sigillo",
        "Duplicato del sigillo deteriorato",
    ),
    "invoice": _near(
        "invoice",
        "Variazione del recapito per le fatture elettroniche",
        "Smarrimento dei registri delle fatture",
        "Annullamento di fatture già emesse",
        "Restituzione dei registri non utilizzati",
        "Cessazione della partita IVA",
    ),
    "social_insurance": _near(
        "social_insurance",
        "Variazione dei dati aziendali presso l'INPS",
        "Sospensione della matricola aziendale",
        "Cessazione del rapporto con l'ultimo dipendente",
        "Documento di regolarità contributiva (DURC)",
        "Rettifica dei contributi versati",
    ),
}
"""By step: change, cancellation, loss."""
