package io.plimsoll.analysis.workload;

import java.util.List;

import io.plimsoll.analysis.manifest.Knob;

/// A document in Git that has a say in a workload.
///
/// @param document counted from 0
/// @param kind     of the document
/// @param role     how it takes part
/// @param knobs    those of the document that concern this workload
public record ManifestPlace(String file, int document, String kind, Role role, List<Knob> knobs) {
    public ManifestPlace {
        knobs = List.copyOf(knobs);
    }

    /// How a document takes part. `DeclaredWorkload.weakestFirst` says which one wins where two set the same value.
    public enum Role {
        /// A template of a chart in the clone.
        TEMPLATE,
        /// The values file of a chart.
        VALUES_FILE,
        /// Declares the object, or a part of it as a patch.
        OBJECT,
        /// `replicas`, `images` and patches of a kustomization.
        KUSTOMIZATION,
        /// Inline values of an Argo CD Application or a Flux HelmRelease.
        INLINE_VALUES,
        /// An autoscaler that owns the replicas.
        AUTOSCALER;

        /// A kustomization applies the patches that it names before its own `replicas`, and is itself applied before the one that
        /// uses it: their order is that of the list.
        int power() {
            return switch (this) {
                case TEMPLATE -> 0;
                case VALUES_FILE -> 1;
                case OBJECT, KUSTOMIZATION -> 2;
                case INLINE_VALUES -> 3;
                case AUTOSCALER -> 4;
            };
        }
    }
}
