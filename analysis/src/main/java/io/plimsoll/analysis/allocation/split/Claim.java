package io.plimsoll.analysis.allocation.split;

import io.plimsoll.analysis.allocation.Tenant;

/// What a tenant kept from others on a machine over a day: of each resource, hour by hour, the larger of request and use.
public record Claim(Tenant tenant, Resources claimed) {}
