"""`{% kept "main" %}…{% endkept %}`: a part of a public page that is kept while what it shows is the same."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString

register = template.Library()


class KeptNode(template.Node):
    """Its content, from the request's keeper where there is one."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name, self.nodelist = name, nodelist

    def render(self, context: Context) -> SafeString:
        """The part as it is kept; rendered where nothing is."""
        keeper: Any = getattr(context.get("request"), "_keeper", None)
        if keeper is None:
            return self.nodelist.render(context)
        part: SafeString = keeper.part(self.name, lambda: self.nodelist.render(context))
        return part


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Parse `{% kept "name" %}`; raises TemplateSyntaxError for anything else."""
    parts = token.split_contents()
    if len(parts) != 2:
        raise template.TemplateSyntaxError("kept takes the name of the part")
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(parts[1].strip("\"'"), nodelist)
