"""The addresses of the desk, below /schreibtisch/."""

from __future__ import annotations

from django.urls import path

from ratslinde.desk.adoption import files
from ratslinde.desk.adoption import views as adoption
from ratslinde.desk.bodies import members, places
from ratslinde.desk.bodies import views as bodies
from ratslinde.desk.documents import views as documents
from ratslinde.desk.meetings import agenda, arranging
from ratslinde.desk.meetings import views as meetings
from ratslinde.desk.papers import views as papers
from ratslinde.desk.papers import way
from ratslinde.desk.people import erasing
from ratslinde.desk.people import views as people
from ratslinde.desk.publishing import views as publishing
from ratslinde.desk.start import views as start
from ratslinde.desk.town import views as town

app_name = "desk"
urlpatterns = [
    path("", start.start, name="start"),
    path("einlesen/", files.read_in, name="sources"),
    path("quellen/<str:public_id>/", adoption.check, name="source"),
    path("quellen/<str:public_id>/verwerfen/", files.discard_source, name="discard_source"),
    path("quellen/<str:public_id>/kontakte/", adoption.release_all_contacts, name="release_contacts"),
    path("quellen/<str:public_id>/<str:subject>/kontakt/", adoption.release_contact, name="release_contact"),
    path("quellen/<str:public_id>/<str:subject>/stimmt/", adoption.accept_values, name="accept"),
    path("quellen/<str:public_id>/<str:subject>/<str:name>/", adoption.correct_value, name="correct"),
    path("veroeffentlichen/<str:kind>/<str:public_id>/", publishing.publish, name="publish"),
    path(
        "veroeffentlichen/<str:kind>/<str:public_id>/entwurf/<str:document>/",
        publishing.draft,
        name="draft",
    ),
    path("zuruecknehmen/<str:kind>/<str:public_id>/", publishing.withdraw, name="withdraw"),
    path("sitzungen/", meetings.meetings, name="meetings"),
    path("sitzungen/neu/", meetings.new_meeting, name="new_meeting"),
    path("sitzungen/<str:public_id>/", meetings.meeting, name="meeting"),
    path("sitzungen/<str:public_id>/bearbeiten/", meetings.edit_meeting, name="edit_meeting"),
    path("sitzungen/<str:public_id>/einladung/", meetings.choose_invitation, name="choose_invitation"),
    path("sitzungen/<str:public_id>/punkte/", agenda.add_item, name="add_item"),
    path("sitzungen/<str:public_id>/punkte/ordnen/", arranging.order, name="order_items"),
    path("sitzungen/<str:public_id>/punkte/nummerieren/", arranging.number, name="number_items"),
    path("sitzungen/<str:public_id>/punkte/<str:item_id>/", agenda.edit_item, name="item"),
    path("sitzungen/<str:public_id>/punkte/<str:item_id>/absetzen/", agenda.remove_item, name="remove_item"),
    path("sitzungen/<str:public_id>/vorlagen/", agenda.put_on, name="put_on"),
    path("sitzungen/<str:public_id>/vorlagen/<str:step_id>/loesen/", agenda.take_off, name="take_off"),
    path("vorlagen/", papers.papers, name="papers"),
    path("vorlagen/neu/", papers.new_paper, name="new_paper"),
    path("vorlagen/<str:public_id>/", papers.paper, name="paper"),
    path("vorlagen/<str:public_id>/bearbeiten/", papers.edit_paper, name="edit_paper"),
    path("vorlagen/<str:public_id>/tagesordnung/", way.put_on, name="put_paper_on"),
    path("vorlagen/<str:public_id>/schritte/", way.add_step, name="add_step"),
    path("vorlagen/<str:public_id>/schritte/<str:step_id>/", way.edit_step, name="step"),
    path("vorlagen/<str:public_id>/schritte/<str:step_id>/ordnen/", way.move_step, name="move_step"),
    path("vorlagen/<str:public_id>/schritte/<str:step_id>/entfernen/", way.remove_step, name="remove_step"),
    path("vorlagen/<str:public_id>/vorstellungen/", way.add_report, name="add_report"),
    path("vorlagen/<str:public_id>/vorstellungen/<int:report_id>/", way.remove_report, name="remove_report"),
    path("dokumente/<str:kind>/<str:public_id>/neu/", documents.add, name="add_document"),
    path("dokumente/<str:public_id>/", documents.opened, name="document"),
    path("dokumente/<str:public_id>/bearbeiten/", documents.edit, name="edit_document"),
    path("dokumente/<str:public_id>/entfernen/", documents.remove, name="remove_document"),
    path("gremien/", bodies.organizations, name="organizations"),
    path("gremien/neu/", bodies.new_organization, name="new_organization"),
    path("gremien/orte/", places.locations, name="locations"),
    path("gremien/orte/neu/", places.new_location, name="new_location"),
    path("gremien/orte/<str:public_id>/", places.location, name="location"),
    path("gremien/mitgliedschaften/<str:public_id>/", members.edit_member, name="edit_member"),
    path("gremien/<str:public_id>/", bodies.organization, name="organization"),
    path("gremien/<str:public_id>/bearbeiten/", bodies.edit_organization, name="edit_organization"),
    path("gremien/<str:public_id>/name/", bodies.rename, name="rename"),
    path("gremien/<str:public_id>/mitglieder/", members.add_member, name="add_member"),
    path("personen/", people.people, name="people"),
    path("personen/neu/", people.new_person, name="new_person"),
    path("personen/<str:public_id>/", people.person, name="person"),
    path("personen/<str:public_id>/bearbeiten/", people.edit_person, name="edit_person"),
    path("personen/<str:public_id>/loeschen/", erasing.erase_person, name="erase_person"),
    path("kommune/", town.town, name="town"),
    path("kommune/bearbeiten/", town.edit_town, name="edit_town"),
    path("kommune/wahlperioden/neu/", town.new_term, name="new_term"),
    path("kommune/wahlperioden/<str:public_id>/", town.term, name="term"),
]
