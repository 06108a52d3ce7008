/// Terraform's `.tfvars` and the literal attributes of `.tf`: an own reader of offsets, edits with the same proof as those of YAML.
package io.plimsoll.analysis.manifest.terraform;
