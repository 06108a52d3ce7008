/// What Git wants, as far as manifests can be read without running the tools that render them.
package io.plimsoll.analysis.change.drift.desired;
