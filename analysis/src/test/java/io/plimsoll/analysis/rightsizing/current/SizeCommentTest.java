package io.plimsoll.analysis.rightsizing.current;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SizeCommentTest {
    @ParameterizedTest
    @CsvSource({"do not lower,C", "DON'T TOUCH,C", "needed for month end,C", "JVM needs 4g,C", "keep,C",
        "OOMKilled with 2Gi,C", "at least 3 for quorum,C", "large scans need a whole core,C",
        "month end peak,B", "sized for the backfill,B", "see OPS-1234,B", "tested with 200 users,B", "until the move,B",
        "AI-driven recommendation,''", "Optimized for current load,''", "no longer needed,''", "can be lowered,''",
        "'launch week, revisit',''", "default,''", "'',''", "keeper pod,''", "cpu for the api,''"})
    void wordsDecideHowStrongTheDoubtIs(String comment, String grade) {
        assertThat(SizeComment.grade(comment).map(Enum::name).orElse("")).isEqualTo(grade);
    }
}
