package io.rialto.bench.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.bench.flow.FlowAnswer;
import io.rialto.bench.flow.FlowShape;
import io.rialto.bench.flow.OrderFlow;
import java.util.List;
import org.junit.jupiter.api.Test;

class RialtoBookTest {
    @Test
    void ourBookTradesWhatTheGeneratorsOwnBookTraded() {
        OrderFlow flow = OrderFlow.of(new FlowShape("small", 7, 300, 11, 200_000, new FlowAnswer(0, 0, 0)));
        RialtoBook book = new RialtoBook(flow);

        book.play(flow, 0, flow.size());

        assertThat(book.answer()).isEqualTo(flow.answer());
        assertThat(book.answer().trades()).isPositive();
    }

    @Test
    void aResultSurvivesItsWayFromTheTrialsJvm() {
        TrialResult result = new TrialResult(12.345, 0.5, FlowShape.A.answer());
        assertThat(TrialResult.isResult(result.toLine())).isTrue();
        assertThat(TrialResult.fromLine(result.toLine())).isEqualTo(result);
    }

    @Test
    void aScoreIsTheMedianAndOneWrongAnswerMakesItWrong() {
        TrialResult right = new TrialResult(10, 0, FlowShape.A.answer());
        TrialResult slow = new TrialResult(30, 0, FlowShape.A.answer());
        TrialResult wrong = new TrialResult(12, 0, new FlowAnswer(1, 2, 3));

        BookScore score = new BookScore(ContenderKind.BOOK, FlowShape.A, List.of(slow, right, right));
        assertThat(score.isRight()).isTrue();
        assertThat(score.toJson())
                .isEqualTo(
                        "{\"engine\":\"book\",\"flow\":\"A\","
                                + "\"nsPerCommand\":{\"median\":10.00,\"min\":10.00,\"max\":30.00},"
                                + "\"trades\":434490,\"quantity\":7294694,\"hash\":\"5a4d3896a3ae7223\",\"bytesPerCommand\":0.000}");

        assertThat(new BookScore(ContenderKind.BOOK, FlowShape.A, List.of(right, wrong)).isRight())
                .isFalse();
    }
}
