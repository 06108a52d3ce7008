package io.plimsoll.analysis.rightsizing.idle;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.UndecidedResources;
import io.plimsoll.analysis.rightsizing.advice.Sentence;

/// Public addresses that nothing uses: Amazon and Google have a meter of its own for them, Azure has not.
final class UnusedAddresses implements IdleRule {
    private static final Pattern IDLE = Pattern.compile("(?i)(ElasticIP|PublicIPv4):IdleAddress"
            + "|\\bidle public IPv4|Elastic IP address not attached|^static ip charge");

    @Override
    public String explanation() {
        return "Charged by the provider's meter for addresses that are not in use: PublicIPv4:IdleAddress and"
                + " ElasticIP:IdleAddress of Amazon, Static Ip Charge of Google.";
    }

    @Override
    public List<IdleFinding> find(IdleFacts facts) {
        return facts.resources().stream().filter(facts::isStill).map(each -> each.only(IDLE))
                .filter(each -> !each.isEmpty() && facts.isStill(each))
                .map(each -> Idle.finding(IdleKind.UNUSED_ADDRESS, each, each.monthly(),
                        Sentence.of("The bill has \"%s\" for it on %d days.", each.meters().getFirst().meter(),
                                each.meters().getFirst().days()),
                        Certainty.CERTAIN))
                .toList();
    }

    @Override
    public Optional<UndecidedResources> undecided(IdleFacts facts) {
        List<ResourceMeters> addresses = facts.resources().stream().filter(facts::isStill)
                .filter(each -> each.path().contains("/publicipaddresses/")).toList();
        return Idle.undecided(IdleKind.UNUSED_ADDRESS, addresses,
                "Azure's bill does not tell whether an address is associated; the resource's own state does.");
    }
}
