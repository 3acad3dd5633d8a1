"""Forms in other languages. The English of a service is its service.yaml; cy.po beside it has the Welsh."""

OTHERS = ("cy",)
