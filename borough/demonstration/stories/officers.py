"""Who does what in a team."""

from random import Random

from borough.foundations.people.models import Membership


class Officers:
    """The officers of every team by role."""

    def __init__(self, rng: Random):
        self.rng = rng
        self.by: dict[tuple[str, str], list] = {}
        for member in Membership.objects.select_related("user", "team").order_by("pk"):
            self.by.setdefault((member.team.slug, member.role), []).append(member.user)

    def any(self, team: str, role: str = "officer"):
        return self.rng.choice(self.by[team, role])

    def for_move(self, story, name: str):
        """Somebody who may make this move on this case; its own officer where that will do."""
        move, team = story.workflow.moves[name], story.case.team.slug
        made = {by for earlier, by in story.history if earlier == move.not_by}
        if move.role == "officer" and story.case.assignee not in made:
            return story.case.assignee
        return self.rng.choice([user for user in self.by[team, move.role] if user not in made])
