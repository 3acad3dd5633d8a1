from .details import details


def authority(request):
    """Gives every page the council's own name and contact details as `authority`."""
    return {"authority": details()}
