package io.plimsoll.analysis.workload;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.yaml.Tree;

/// A workload as Git declares it.
///
/// @param kind      empty if the chart that makes it is not in the clone
/// @param namespace after kustomizations and the Application's destination; empty if nothing says it
/// @param appName   label `app.kubernetes.io/name`, for a pool of a Kafka cluster the name of its set of pods; or empty
/// @param root      the kustomization, Application or folder that brings it to the cluster
/// @param places    all documents with a say, the declaring one first
/// @param how       how its name and namespace were found, in words
/// @param owners    where the fields of its commit are written
public record DeclaredWorkload(String kind, String namespace, String name, String appName, String root,
        List<ManifestPlace> places, String how, FieldOwners owners) {
    public DeclaredWorkload {
        places = List.copyOf(places);
    }

    /// One of which no owners are known.
    public DeclaredWorkload(String kind, String namespace, String name, String appName, String root,
            List<ManifestPlace> places, String how) {
        this(kind, namespace, name, appName, root, places, how, FieldOwners.none());
    }

    DeclaredWorkload with(FieldOwners known) {
        return new DeclaredWorkload(kind, namespace, name, appName, root, places, how, known);
    }

    /// Its cost fields as they are deployed, each with the place that it is written at.
    public List<OwnedField> owned() {
        return owners.of(this);
    }

    /// The documents in the order in which they take effect: where two set the same value, the later one wins. Autoscalers, which
    /// act on the cluster and not on the manifest, are left out.
    public List<ManifestPlace> weakestFirst() {
        return places.stream().filter(place -> place.role() != ManifestPlace.Role.AUTOSCALER)
                .sorted(Comparator.comparing(place -> place.role().power())).toList();
    }

    /// The documents that declare or patch it as YAML, the strongest first; templates and files that can't be read are left out.
    public List<Tree> documents() {
        return weakestFirst().reversed().stream().filter(place -> place.role() == ManifestPlace.Role.OBJECT)
                .flatMap(place -> document(place).stream()).toList();
    }

    /// The autoscalers that scale it, the strongest document first; those that can't be read are left out.
    public List<Declared> autoscalers() {
        return places.reversed().stream().filter(place -> place.role() == ManifestPlace.Role.AUTOSCALER)
                .flatMap(place -> Declared.read(place.file(), owners.files().getOrDefault(place.file(), new byte[0]))
                        .stream().filter(each -> each.document() == place.document()))
                .toList();
    }

    /// One of the places, as YAML; empty if it can't be read.
    public Optional<Tree> document(ManifestPlace place) {
        return owners.document(place.file(), place.document());
    }

    /// Names it in a pin: `file#document` of its first place.
    public String item() {
        ManifestPlace first = places.getFirst();
        return first.file() + "#" + first.document() + (first.role() == ManifestPlace.Role.OBJECT ? "" : ":" + name);
    }
}
