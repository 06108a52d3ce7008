/// What engines make of the values in their manifests: how a heap, its overhead and its limit belong together.
@org.jspecify.annotations.NullMarked
package io.plimsoll.analysis.manifest.engine;
