"""The addresses of the landscape at the desk, below /schreibtisch/integration/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from ratslinde.desk.landscape import publishing, start, undoing, unmerging
from ratslinde.desk.landscape.actors import activities, contacts, ties
from ratslinde.desk.landscape.actors import views as actors
from ratslinde.desk.landscape.bulk import views as bulk
from ratslinde.desk.landscape.offers import views as offers
from ratslinde.desk.landscape.places import districts, moving, spaces
from ratslinde.desk.landscape.places import views as places
from ratslinde.desk.landscape.resources import views as resources
from ratslinde.desk.landscape.translations import views as translations
from ratslinde.desk.landscape.vocabulary import views as vocabulary

app_name = "desk_landscape"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", start.start, name="start"),
    path("veroeffentlichen/", publishing.publish, name="publish_many"),
    path("rueckgaengig/<uuid:batch>/", undoing.undo, name="undo"),
    path("akteure/", actors.actors, name="actors"),
    path("akteure/neu/", actors.new_actor, name="new_actor"),
    path("akteure/sammeln/", bulk.actors, name="bulk_actors"),
    path("akteure/<str:public_id>/", actors.actor, name="actor"),
    path("akteure/<str:public_id>/bearbeiten/", actors.edit_actor, name="edit_actor"),
    path("akteure/<str:public_id>/bestaetigen/", actors.confirm, name="confirm_actor"),
    path("akteure/<str:public_id>/gefragt/", actors.asked, name="ask_actor"),
    path("akteure/<str:public_id>/geantwortet/", actors.answered, name="network_answered"),
    path("akteure/<str:public_id>/ablegen/", actors.archive, name="archive_actor"),
    path("akteure/<str:public_id>/hervorholen/", actors.bring_back, name="bring_back_actor"),
    path("akteure/<str:public_id>/taetigkeiten/", activities.add, name="add_activity"),
    path("taetigkeiten/<str:public_id>/", activities.edit, name="edit_activity"),
    path("taetigkeiten/<str:public_id>/entfernen/", activities.remove, name="remove_activity"),
    path("akteure/<str:public_id>/zusammenarbeit/", ties.add, name="add_tie"),
    path("zusammenarbeit/<str:public_id>/entfernen/", ties.remove, name="remove_tie"),
    path("akteure/<str:public_id>/kontakte/neu/", contacts.add, name="add_contact"),
    path("kontakte/<str:public_id>/", contacts.contact, name="contact"),
    path("kontakte/<str:public_id>/loeschen/", contacts.erase, name="erase_contact"),
    path("angebote/", offers.offers, name="offers"),
    path("angebote/sammeln/", bulk.offers, name="bulk_offers"),
    path("angebote/<str:public_id>/", offers.offer, name="offer"),
    path("angebote/<str:public_id>/bearbeiten/", offers.edit_offer, name="edit_offer"),
    path("angebote/<str:public_id>/bestaetigen/", offers.confirm, name="confirm_offer"),
    path("angebote/<str:public_id>/ablegen/", offers.archive, name="archive_offer"),
    path("angebote/<str:public_id>/hervorholen/", offers.bring_back, name="bring_back_offer"),
    path("akteure/<str:public_id>/angebote/neu/", offers.new_offer, name="new_offer"),
    path("veroeffentlichen/<str:public_id>/", publishing.publishing, name="publishing"),
    path("orte/", places.places, name="places"),
    path("orte/neu/", places.new_place, name="new_place"),
    path("orte/<str:public_id>/", places.place, name="place"),
    path("zusammenfuehrungen/<str:public_id>/rueckgaengig/", unmerging.unmerge, name="unmerge"),
    path("orte/<str:public_id>/zusammenfuehren/", places.merge_place, name="merge_place"),
    path("sozialraeume/", spaces.spaces, name="spaces"),
    path("sozialraeume/neu/", spaces.new_space, name="new_space"),
    path("sozialraeume/aus-datei/", districts.from_file, name="spaces_from_file"),
    path("sozialraeume/<str:public_id>/", spaces.space, name="space"),
    path("sozialraeume/<str:public_id>/angebote/", moving.space_offers, name="space_offers"),
    path("sozialraeume/<str:public_id>/angebote/zuordnen/", moving.move_offers, name="move_offers"),
    path(
        "sozialraeume/<str:public_id>/taetigkeiten/zuordnen/", moving.move_activities, name="move_activities"
    ),
    path("begriffe/", vocabulary.vocabulary, name="vocabulary"),
    path("begriffe/einrichten/", vocabulary.set_up, name="set_up_vocabulary"),
    path("begriffe/<str:public_id>/neu/", vocabulary.new_term, name="new_term"),
    path("begriffe/<str:public_id>/", vocabulary.term, name="term"),
    path("ressourcen/", resources.resources, name="resources"),
    path("akteure/<str:public_id>/ressourcen/neu/", resources.new_resource, name="new_resource"),
    path("ressourcen/<str:public_id>/", resources.resource, name="resource"),
    path("ressourcen/<str:public_id>/entfernen/", resources.remove, name="remove_resource"),
    path("uebersetzungen/", translations.overview, name="translations"),
    path("uebersetzungen/<str:public_id>/<str:language>/", translations.texts, name="texts"),
]
