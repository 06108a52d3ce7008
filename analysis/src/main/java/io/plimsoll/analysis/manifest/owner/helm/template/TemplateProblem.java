package io.plimsoll.analysis.manifest.owner.helm.template;

/// Why a template can't be worked out; its text continues "the template ...".
public final class TemplateProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TemplateProblem(String why) {
        super(why, null, false, false);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
