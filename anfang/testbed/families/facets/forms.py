"""The forms that ask to be filled in: applications, consultation, complaint. None of them is ever taken."""

from __future__ import annotations

from typing import Any

from anfang.testbed.families.facets.matters import Matter
from anfang.testbed.families.facets.portal import Portal

APPLICANT = "f_company* f_code* f_kind*:o_limited,o_stock,o_partner f_address* f_legal* f_idkind:o_idcard,o_passport f_idno*"
AGENT = "f_agent* f_mobile* f_email f_date@date"
BUSINESS = {
    "registration": "f_capital* f_holders* f_scope*@area f_employees",
    "seal": "f_seal_kind*:o_seal_1,o_seal_2,o_seal_3 f_seal_text* f_seal_stuff:o_stuff_1,o_stuff_2 f_seal_maker*",
    "invoice": "f_invoice_kind*:o_invoice_1,o_invoice_2 f_invoice_limit* f_invoice_month* f_invoice_buyer",
    "social_insurance": "f_insured*:o_insured_1,o_insured_2,o_insured_3 f_insured_n* f_wages* f_bank",
}
CONSULT = "f_name* f_contact* f_email f_area:o_city,o_county f_subject* f_content*@area f_public:o_yes,o_no"
COMPLAINT = "f_name* f_contact* f_against* f_happened@date f_subject* f_content*@area f_area:o_city,o_county f_public:o_yes,o_no"


def application(portal: Portal, matter: Matter) -> dict[str, Any]:
    """The application form of an item."""
    words, guide = portal.words, matter.guide
    sections = [("s_applicant", APPLICANT), ("s_business", BUSINESS[guide.step]), ("s_agent", AGENT), ("s_files", "f_file@file")]
    return {
        "title": words["form_title"].format(name=guide.name),
        "lead": words["form_lead"],
        "given": {"label": words["form_item"], "value": guide.name},
        "sections": [{"title": words[title], "fields": _fields(portal, text)} for title, text in sections],
        "captcha": False,
        "target": "submit/declare",
    }


def letter(portal: Portal, kind: str) -> dict[str, Any]:
    """The form of a consultation or a complaint."""
    text = CONSULT if kind == "consult" else COMPLAINT
    return {
        "title": portal.words[f"m_{kind}"],
        "lead": portal.words["letter_lead"],
        "sections": [{"title": "", "fields": _fields(portal, text)}],
        "captcha": portal.taste.one_of(f"captcha {kind}", (True, True, False)),
        "target": f"submit/{kind}",
    }


def _fields(portal: Portal, text: str) -> list[dict[str, Any]]:
    return [_field(portal, one) for one in text.split()]


def _field(portal: Portal, text: str) -> dict[str, Any]:
    """Written `key*@type:option,option`; the star marks what is required."""
    left, _, options = text.partition(":")
    key, _, kind = left.partition("@")
    name = key.removesuffix("*")
    return {
        "name": name.removeprefix("f_"),
        "label": portal.words[name],
        "required": key.endswith("*"),
        "type": "choice" if options else kind or "text",
        "options": [portal.words[option] for option in options.split(",")] if options else [],
    }
