"""The site's addresses and one public form."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import path

from ratslinde.inbox import receive
from ratslinde.portal.answers import show
from ratslinde.site import urls

handler400, handler403, handler404 = urls.handler400, urls.handler403, urls.handler404
handler429, handler500 = urls.handler429, urls.handler500


@receive.public_form(show=show)
def form(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        receive.submit("tree.update", {"name": request.POST.get("name", "")}, about="baum0000000001")
        return HttpResponseRedirect("?danke", status=303)
    return HttpResponse(render_to_string("components/form_guard.html"))


urlpatterns = [path("hinweis/", form, name="hint"), *urls.urlpatterns]
