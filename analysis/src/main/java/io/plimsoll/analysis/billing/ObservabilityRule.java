package io.plimsoll.analysis.billing;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// One line of the table that tells charges for observability from others. A null pattern matches all.
///
/// @param vendor   looked for in the names of provider, host and invoice issuer
/// @param service  looked for in `ServiceName`
/// @param meter    looked for in what the bill says of the meter
/// @param resource looked for in the resource's id and name
/// @param part     what of the signal is paid for, lower case
/// @param source   address of the vendor's page that describes the meters
public record ObservabilityRule(@Nullable Pattern vendor, @Nullable Pattern service, @Nullable Pattern meter,
        @Nullable Pattern resource, TelemetrySignal signal, String part, String source) {
    /// The part of which a price a gigabyte or a series is worked out.
    public static final String INGESTION = "ingestion";
    private static final int LONGEST = 10_000;

    /// `logs ingestion`
    public String name() {
        return signal.id() + " " + part;
    }

    boolean takes(String vendors, String services, String meters, String resources) {
        return finds(vendor, vendors) && finds(service, services) && finds(meter, meters) && finds(resource, resources);
    }

    /// Whether it may hold for some meter and resource.
    boolean mayTake(String vendors, String services) {
        return finds(vendor, vendors) && finds(service, services);
    }

    /// Each row that is drawn asks this, and a name may be of any length.
    private static boolean finds(@Nullable Pattern pattern, String text) {
        return pattern == null
                || pattern.matcher(text.length() <= LONGEST ? text : text.substring(0, LONGEST)).find();
    }
}
