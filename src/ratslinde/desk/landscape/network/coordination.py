"""Who coordinates the network: a setting of the town, from a day on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.council.bodies.models import Body
from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.controls import offer
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page, said
from ratslinde.desk.form_pages import handed_in
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.integration.landscape.actions import set_coordination
from ratslinde.integration.landscape.models import Actor, NetworkCoordination
from ratslinde.integration.landscape.queries.network import coordination_on, coordinations
from ratslinde.kernel import clock

NETWORK = [*TRAIL, ("Netzwerk", "/schreibtisch/integration/netzwerk/")]


class CoordinationForm(forms.Form):
    """Which actor, and from when on; nobody is an answer too."""

    actor = forms.ModelChoiceField(
        label="Wer das Netzwerk koordiniert",
        queryset=Actor.objects.none(),
        required=False,
        empty_label="Niemand",
        help_text="Meist die Stelle des Integrationsmanagements selbst. Im Netz hat sie schon deshalb viele "
        "Verbindungen, weil sie koordiniert.",
    )
    valid_from = forms.DateField(
        label="Gilt ab",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Davor gilt weiter, was vorher festgelegt war.",
    )

    def __init__(self, data: Any = None, *, body: Body, row: NetworkCoordination | None) -> None:
        super().__init__(data, initial={"valid_from": clock.today(), "actor": row.actor if row else None})
        offer(self, "actor", Actor.objects.filter(body=body, archived_at=None).order_by("name", "pk"))


@require_http_methods(["GET", "HEAD", "POST"])
@door("landscape.read")
def coordination(request: HttpRequest) -> HttpResponse:
    """What holds, what held and will hold, and a form for those that may decide."""
    body = the_body()
    rows = coordinations(account(request), body)
    today = coordination_on(rows, clock.today())
    form = CoordinationForm(request.POST if request.method == "POST" else None, body=body, row=today)
    done = handed_in(request, form, lambda: set_coordination(account(request), body, **form.cleaned_data))
    if done:
        return said(request, "Festgelegt.", go=reverse("desk_network:coordination"))
    context = {"title": "Koordination des Netzwerks", "form": form, "rows": rows, "today": today}
    return page(request, "desk_network/coordination.html", context, trail=NETWORK)
