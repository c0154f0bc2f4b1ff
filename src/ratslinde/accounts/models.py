"""Accounts, their roles, and the links with which an account is opened. There are no passwords."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from ratslinde.kernel.identifiers import new_public_id


class UserManager(BaseUserManager["User"]):
    """Makes accounts that can only be opened by a one-time link."""

    def create_account(self, name: str, *, email: str, label: str = "") -> User:
        """A new account without any password."""
        user = self.model(email=email.strip().lower(), name=name, sign_in_name=label or None)
        user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who signs in. `sign_in_name` is the short name that commands take (`--as clerk`)."""

    public_id = models.CharField(max_length=20, unique=True, default=new_public_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    sign_in_name = models.SlugField(max_length=60, unique=True, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_is_lower_case"),
        ]

    def __str__(self) -> str:
        return self.name

    def end_sessions(self) -> None:
        """End everything that is signed in as this account, on every device, with the next request.

        Sessions carry a hash of the password field; there is no password in it, only a random mark.
        """
        self.set_unusable_password()
        self.save(update_fields=["password"])


class Role(models.TextChoices):
    """What an account may be; the rights of each role stand in the rights tables of the domains."""

    ADMINISTRATOR = "administrator", "Verwaltung des Systems"
    CLERK = "clerk", "Schriftführung"
    DEPARTMENT = "department", "Fachbereich"
    READER = "reader", "Lesen"
    INTEGRATION_MANAGER = "integration_manager", "Integrationsmanagement"
    SOCIAL_PLANNER = "social_planner", "Sozialplanung"
    SYSTEM = "system", "Von selbst (Fristen, Antworten über einen Link)"


class Grant(models.Model):
    """A role held by an account. `organization` is the public id of the department it is held for, or empty."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=30, choices=Role.choices)
    organization = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role", "organization"], name="grant_once"),
            models.CheckConstraint(
                condition=~models.Q(role="department", organization=""),
                name="grant_department_names_department",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role}"


class SignInLink(models.Model):
    """A link that opens an account once. Only the hash of its secret is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_in_links")
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(used_at=None), name="sign_in_link_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} until {self.expires_at:%Y-%m-%d %H:%M}"
