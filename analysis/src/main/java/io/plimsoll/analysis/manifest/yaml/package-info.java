/// YAML text with a light tree over it: every node knows where it starts and ends. Nothing here writes YAML.
package io.plimsoll.analysis.manifest.yaml;
