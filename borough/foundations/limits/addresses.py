"""Where a request comes from."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings


def address(request) -> str:
    """The client's address, or "unknown". An IPv6 one as its /64, which is what one household is given.

    `settings.TRUSTED_PROXIES` says how many proxies of ours stand in front; only what they wrote of X-Forwarded-For
    is believed, so nobody escapes a limit by sending the header themselves.
    """
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    hops.append(request.META.get("REMOTE_ADDR", ""))
    trusted = getattr(settings, "TRUSTED_PROXIES", 0)
    for hop in (hops[max(-len(hops), -1 - trusted)], hops[-1]):
        try:
            found = ip_address(hop)
        except ValueError:
            continue
        if isinstance(found, IPv6Address) and not found.ipv4_mapped:
            return str(ip_network((found, 64), strict=False))
        return str(getattr(found, "ipv4_mapped", None) or found)
    return "unknown"
