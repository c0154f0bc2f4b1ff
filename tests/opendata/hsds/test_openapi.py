"""The description of the API names every answer that there is, as it is: each is asked for and held against it."""

from __future__ import annotations

import json
import uuid

import jsonschema
import pytest

from ratslinde.integration.landscape import actions

UNKNOWN = str(uuid.uuid4())


@pytest.fixture
def described(client, published) -> dict:
    return client.get("/hsds/openapi.json").json()


@pytest.fixture
def gone(manager, published, association):
    """An actor and an offer that were taken back."""
    actor = actions.add_actor(manager, association.body, name="Nur kurz", description="Kurz.")
    offer = actions.add_offer(manager, association, name="Nur kurz", description="Kurz.")
    for row, publish, withdraw in (
        (actor, actions.publish_actor, actions.withdraw_actor),
        (offer, actions.publish_offer, actions.withdraw_offer),
    ):
        publish(manager, row)
        withdraw(manager, row, reason="war falsch")
    return {"akteure": actor.public_id, "angebote": offer.public_id}


def held(answer, described: dict, path: str) -> None:
    """The answer is what the description says of this address and status."""
    said = described["paths"][path]["get"]["responses"][str(answer.status_code)]
    if "content" not in said:
        assert answer.content == b""
        return
    [(form, content)] = said["content"].items()
    assert answer["Content-Type"] == form
    if "json" in form:
        rules = {**content["schema"], "components": described["components"]}
        jsonschema.Draft202012Validator(rules).validate(json.loads(answer.content))
    assert said.get("headers", {}).keys() <= set(answer.headers)


def there(client, described: dict, path: str, published) -> str:
    """An address of this path at which there is something."""
    if path.endswith("{id}"):
        listed = client.get("/hsds" + path.removesuffix("/{id}")).json()["contents"]
        return f"/hsds{path}".replace("{id}", listed[0]["id"])
    key = published.actor.public_id if path.startswith("/akteure/") else published.public_id
    return path.replace("{public_id}", key) if "{" in path else f"/hsds{path}"


def bad(path: str, address: str) -> str:
    return f"{address}?version=9" if "vcf" in path else f"{address}?format=xml"


def test_every_answer_is_as_described_and_none_is_missing(client, described, published, gone, settings):
    for path, item in described["paths"].items():
        address = there(client, described, path, published)
        first = client.get(address)
        answers = [first, client.get(address, headers={"If-None-Match": first["ETag"]}), client.post(address)]
        answers.append(client.get(bad(path, address)))
        if "{" in path:
            answers.append(
                client.get(
                    path.replace("{public_id}", "nichts")
                    if "public" in path
                    else f"/hsds{path}".replace("{id}", UNKNOWN)
                )
            )
        if "{public_id}" in path:
            answers.append(client.get(path.replace("{public_id}", gone[path.split("/")[1]])))
        settings.RATSLINDE_OPEN_DATA = False
        answers.append(client.get(address))
        settings.RATSLINDE_OPEN_DATA = True
        for answer in answers:
            held(answer, described, path)
        assert {str(each.status_code) for each in answers} == item["get"]["responses"].keys(), path


def test_every_parameter_that_the_description_names_is_heard(client, described, published):
    for path, item in described["paths"].items():
        for asked in item["get"]["parameters"]:
            address = there(client, described, path, published)
            if asked["schema"]["type"] in ("integer", "boolean"):
                answer = client.get(address, {asked["name"]: "vielleicht"})
                assert answer.status_code == 400, (path, asked["name"])
                assert asked["name"] in answer.json()["message"]
