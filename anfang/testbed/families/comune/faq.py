"""Questions that people ask about any service. No answer says a time, a price, a place or a paper."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.testbed.families.comune.voice import Voice


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    answer: str


QUESTIONS: tuple[Question, ...] = (
    Question(
        "Posso farmi aiutare da un professionista di fiducia?",
        "Sì, notai, commercialisti e associazioni di categoria possono seguire la pratica.",
    ),
    Question(
        "Che cosa succede se la domanda è incompleta?", "L'ufficio scrive all'interessato e indica che cosa integrare."
    ),
    Question("Posso correggere un errore nella domanda?", "Sì, finché la pratica non è conclusa."),
    Question("Chi può vedere i miei dati?", "Solo il personale incaricato di seguire la pratica."),
    Question("Posso rinunciare alla domanda?", "Sì, con una comunicazione scritta."),
    Question("La domanda può essere in una lingua straniera?", "No, la lingua della domanda è l'italiano."),
    Question("Posso presentare più domande insieme?", "Sì, ogni domanda apre una pratica distinta."),
    Question("Come faccio a sapere se la domanda è stata accolta?", "L'ufficio ne dà comunicazione all'interessato."),
)


def questions(voice: Voice, id: str, number: int) -> list[Question]:
    """So many questions for one guide."""
    return voice.shuffled(f"faq {id}", QUESTIONS)[:number]
