package io.plimsoll.analysis.rightsizing.idle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.plimsoll.analysis.billing.MeteredUse;
import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.UndecidedResources;
import io.plimsoll.analysis.rightsizing.advice.Sentence;

/// Things that are paid by the hour and by what goes through them, and through which nothing goes.
///
/// Without a single row of traffic the hours must be nearly complete: a sample of a bill, or one that starts in the middle, has no such
/// rows either. Whatever else is counted in bytes or capacity units is traffic, by whatever name; and a resource that costs more than
/// its hours is used, even if its other meters are not understood.
///
/// @param path    of the ids of such resources
/// @param hours   meter of the time
/// @param traffic meter of the traffic
/// @param least   of the traffic an hour below which it counts as none, in the meter's unit: capacity units or GB
record NoTraffic(IdleKind kind, Pattern path, Pattern hours, Pattern traffic, double least,
        String what) implements IdleRule {
    private static final int FEWEST_DAYS = 7;
    private static final BigDecimal MORE = new BigDecimal("1.02");
    private static final Pattern BYTES = Pattern
            .compile("(?i)([kmgtp]i?)?b|(gibi|mebi|kibi)?bytes?|gb-?mo.*|lcu.*|.*capacity.unit.*");

    /// A capacity unit of Amazon's load balancers carries 1 GB an hour or 25 new connections a second; health checks alone take less
    /// than a hundredth of it.
    static NoTraffic loadBalancers() {
        return new NoTraffic(IdleKind.IDLE_LOAD_BALANCER,
                Pattern.compile("(?i):loadbalancer/|/loadbalancers/|/applicationgateways/"),
                Pattern.compile("(?i)LoadBalancerUsage|LoadBalancer-hour|included lb rules|fixed cost|gateway hours?"
                        + "|Forwarding Rule Minimum"),
                Pattern.compile(
                        "(?i)LCUUsage|DataProcessing-Bytes|capacity unit|LCU-hour|data processed|data processing"),
                0.01, "traffic");
    }

    /// Less than 1 MB an hour is what systems say to each other without work.
    static NoTraffic gateways() {
        return new NoTraffic(IdleKind.IDLE_NAT_GATEWAY, Pattern.compile("(?i)natgateway|/nat-"),
                Pattern.compile(
                        "(?i)NatGateway-Hours|NAT Gateway Hour|NAT gateway hours|standard gateway|Cloud Nat Gateway Uptime"),
                Pattern.compile("(?i)NatGateway-Bytes|Data Processed|Cloud Nat Data Processing"), 0.001, "GB");
    }

    @Override
    public String explanation() {
        return Sentence.of("Charged by the hour for %d days or more with less than %s %s an hour going through it.",
                FEWEST_DAYS, least, what.equals("GB") ? "GB" : "capacity units or GB");
    }

    @Override
    public List<IdleFinding> find(IdleFacts facts) {
        return facts.resources().stream().filter(each -> facts.isStill(each) && isOfKind(each))
                .flatMap(each -> find(each).stream()).toList();
    }

    private boolean isOfKind(ResourceMeters resource) {
        return path.matcher(resource.id()).find() && !resource.where(this::isTime).isEmpty();
    }

    private boolean isTime(MeteredUse meter) {
        return hours.matcher(meter.meter()).find() && !traffic.matcher(meter.meter()).find();
    }

    private boolean isTraffic(MeteredUse meter) {
        return !isTime(meter) && (traffic.matcher(meter.meter()).find() || BYTES.matcher(meter.unit()).matches());
    }

    private Optional<IdleFinding> find(ResourceMeters resource) {
        ResourceMeters time = resource.where(this::isTime);
        ResourceMeters through = resource.where(this::isTraffic);
        double counted = time.hours();
        if (counted < FEWEST_DAYS * 24 * 0.9 || through.gigabytes() >= least * counted || costsMore(resource, time)
                || through.isEmpty() && counted < 0.9 * 24 * time.days()) {
            return Optional.empty();
        }
        String evidence = through.isEmpty()
                ? Sentence.of("%.0f hours are charged, and no row of anything that went through it.", counted)
                : Sentence.of("%.0f hours are charged, and %s of \"%s\".", counted, number(through.gigabytes()),
                        through.meters().getFirst().meter());
        return Optional.of(Idle.finding(kind, resource, resource.monthly(), evidence,
                through.isEmpty() ? Certainty.PROBABLE : Certainty.CERTAIN));
    }

    private static boolean costsMore(ResourceMeters resource, ResourceMeters time) {
        return resource.currencies()
                .anyMatch(each -> resource.effective(each).compareTo(time.effective(each).multiply(MORE)) > 0);
    }

    private static String number(double value) {
        return value == 0 ? "0" : Sentence.of("%.2g", value);
    }

    @Override
    public Optional<UndecidedResources> undecided(IdleFacts facts) {
        List<ResourceMeters> unproven = facts.resources().stream()
                .filter(each -> facts.isStill(each) && isOfKind(each) && each.where(this::isTraffic).isEmpty()
                        && !costsMore(each, each.where(this::isTime)) && find(each).isEmpty())
                .toList();
        return Idle.undecided(kind, unproven,
                "Less than " + FEWEST_DAYS + " days are charged, or not every hour of them; the missing rows of traffic"
                        + " prove nothing.");
    }
}
