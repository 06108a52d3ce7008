package io.plimsoll.analysis.anomaly;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LearnedViewTest {
    private static LearnedView view(int strange, int judged, int strangeOthers, int judgedOthers) {
        return new LearnedView(LearnedView.Method.HDBSCAN, strange, judged, strangeOthers, judgedOthers);
    }

    @Test
    void aMethodThatSetsTheEventApartAndLittleElseGivesAnOpinion() {
        assertThat(view(5, 7, 20, 500)).matches(LearnedView::informative);
        assertThat(view(5, 7, 20, 500).sentence()).isEqualTo("A second opinion, HDBSCAN clustering: 5 of the 7 moments "
                + "that it knows are unusual, and 4.0 % of all others.");
        assertThat(view(0, 7, 20, 500).sentence()).isEqualTo("A second opinion, HDBSCAN clustering: none of the 7 "
                + "moments that it knows is unusual, and 4.0 % of all others.");
    }

    @Test
    void aMethodThatSetsApartMuchOfEverythingOrNothingGivesNone() {
        assertThat(view(60, 70, 260, 500)).matches(each -> !each.informative());
        assertThat(view(60, 70, 260, 500).sentence()).isEqualTo("No second opinion, HDBSCAN clustering: 60 of the 70 "
                + "moments that it knows are unusual, but so are 52.0 % of all others, which says nothing of this event.");
        assertThat(view(0, 70, 260, 500).sentence()).endsWith("none of the 70 moments that it knows is unusual, but "
                + "52.0 % of all others are, which says nothing of this event.");
        assertThat(view(0, 70, 0, 500).sentence()).endsWith("it sets nothing apart, here or elsewhere.");
    }

    @Test
    void aMethodThatSetsApartNoMoreHereThanElsewhereGivesNone() {
        assertThat(view(1, 50, 50, 500)).matches(each -> !each.informative());
        assertThat(view(50, 50, 0, 0)).matches(LearnedView::informative);
    }
}
