"""The submit guard: nothing is sent to a portal but what the shopper typed to ask: a search, a progress query, a question.

It judges presses (a form's button, by what stands in the form) and documents (a page that posts by itself).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from anfang.shopper.page import Node

TYPED = frozenset({"text", "search", "tel", "email", "number", "password", "url", "date", "file", ""})
SENDS = re.compile(r"提交|确认|确定|保存|发送|发布|\b(submit|send|confirm|save|invia|conferma|salva)\b", re.I)
"""Words on what sends a form, whatever it is made of."""
UNLOADING = """(() => {
  Object.defineProperty(Navigator.prototype, 'sendBeacon', {value: () => true});
  const quiet = () => {
    self.fetch = () => new Promise(() => {});
    XMLHttpRequest.prototype.send = HTMLFormElement.prototype.submit = () => {};
  };
  for (const end of ['pagehide', 'unload']) addEventListener(end, quiet, {capture: true});
})();"""
"""In every frame before its own scripts: a page that is left sends nothing any more."""


@dataclass(slots=True)
class Guard:
    """What was typed into the document that is open, and what was refused."""

    typed: set[int] = field(default_factory=set[int])
    """Backend ids of the fields that the shopper typed into."""
    refused: list[str] = field(default_factory=list[str])

    def new_document(self) -> None:
        self.typed.clear()

    def may_press(self, node: Node) -> bool:
        """Whether pressing a node sends nothing, or only what the shopper typed. A refusal is recorded.

        A form of one field (a search) sends nothing of anybody's; one with a text area or several fields does.
        """
        form = node.inside("form")
        if form is None or not _sends(node):
            return True
        fields = [one for one in form.walk() if _by_hand(one)]
        private = len(fields) > 1 or any(one.tag == "textarea" for one in fields)
        if not private or any(one.backend in self.typed for one in fields):
            return True
        self.refused.append(f"submit guard: a form of {len(fields)} fields to {form.attributes.get('action') or 'its page'}")
        return False

    def may_load(self, method: str, url: str) -> bool:
        """Whether a document may be asked for: a page that posts by itself may not."""
        if method == "GET" or self.typed:
            return True
        self.refused.append(f"submit guard: {method} {url}")
        return False


def _sends(node: Node) -> bool:
    if node.tag in ("button", "input") and node.attributes.get("type", "").lower() in ("submit", "image"):
        return True
    words = " ".join([node.attributes.get("value", ""), *(one.own for one in node.walk())])
    return bool(SENDS.search(words))


def _by_hand(node: Node) -> bool:
    """A field that a citizen types into."""
    if node.tag == "textarea":
        return node.shown
    return node.tag == "input" and node.attributes.get("type", "").lower() in TYPED and node.shown
