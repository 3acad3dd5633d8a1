"""Who may have a document. The rooms that attach documents know; each registers its rule here."""

from collections.abc import Callable

from django.http import HttpRequest

from .models import Document

Rule = Callable[[HttpRequest, Document], bool]
_rules: list[Rule] = []


def register(rule: Rule) -> Rule:
    """Add a rule `fn(request, document) -> bool`. May be used as a decorator."""
    _rules.append(rule)
    return rule


def may(request: HttpRequest, document: Document) -> bool:
    """Whether any rule lets this request have the document. Nobody is let in by default."""
    return any(rule(request, document) for rule in _rules)
