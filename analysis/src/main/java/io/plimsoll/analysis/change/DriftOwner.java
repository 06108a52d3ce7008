package io.plimsoll.analysis.change;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Who set a field of a live object last, as `metadata.managedFields` says it.
///
/// @param manager     `kubectl-edit`, `argocd-controller`, `kube-controller-manager`
/// @param operation   `Apply` or `Update`
/// @param subresource `scale`, `resize`, `status`, or empty
/// @param time        null if the dump has none
public record DriftOwner(String manager, String operation, String subresource, @Nullable Instant time) {}
