package io.plimsoll.analysis.anomaly.cause;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.OwnedValue;
import io.plimsoll.analysis.workload.OwnedValues;

/// The places in a clone that decide what a workload costs, after precedence, those of shared bases and charts among them.
///
/// @param name   of the workload
/// @param live   places whose value takes effect, with the field's word
/// @param losing places that set a value which another one overrides
/// @param files  all that have a say in the workload
public record Spans(String name, Map<String, String> live, Set<String> losing, Set<String> files) {
    public Spans {
        live = Map.copyOf(live);
        losing = Set.copyOf(losing);
        files = Set.copyOf(files);
    }

    /// As HEAD deploys the workload.
    public static Spans of(DeclaredWorkload declared) {
        Map<String, String> live = new TreeMap<>();
        Set<String> losing = new HashSet<>();
        Set<String> files = new HashSet<>();
        Set<String> traced = new HashSet<>();
        for (OwnedField field : declared.owned()) {
            traced.add(field.field());
            live.put(place(field.origin()), field.field());
            files.add(field.origin().file());
            field.shadowed().forEach(each -> losing.add(place(each)));
        }
        for (OwnedValue value : OwnedValues.declared(List.of(declared), List.of())) {
            String place = place(value.placed().knob().file(), value.placed().knob().document(),
                    value.placed().knob().path().toString());
            if (live.containsKey(place) || losing.contains(place)) {
                continue;
            }
            boolean scaler = value.role() == ManifestPlace.Role.AUTOSCALER;
            if (value.takesEffect() && (scaler || !traced.contains(value.placed().knob().field()))) {
                live.put(place, value.placed().knob().field());
            } else {
                losing.add(place);
            }
        }
        declared.places().forEach(each -> files.add(each.file()));
        return new Spans(declared.name(), live, losing, files);
    }

    private static String place(Origin origin) {
        return place(origin.file(), origin.document(), origin.path().toString());
    }

    static String place(String file, int document, String path) {
        return file + "#" + document + ":" + path;
    }
}
