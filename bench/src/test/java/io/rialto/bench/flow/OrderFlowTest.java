package io.rialto.bench.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFlowTest {
    @ParameterizedTest
    @ValueSource(strings = {"A", "C"})
    void theFlowTradesWhatIsKnown(String name) {
        FlowShape shape = FlowShape.named(name);

        assertThat(OrderFlow.of(shape).answer()).isEqualTo(shape.answer());
    }

    @Test
    @Tag("long")
    void theFlowOfAMillionLiveOrdersTradesWhatIsKnown() {
        assertThat(OrderFlow.of(FlowShape.B).answer()).isEqualTo(FlowShape.B.answer());
    }

    @Test
    void everyIdIsGivenOnceAndInOrder() {
        OrderFlow flow = OrderFlow.of(new FlowShape("small", 3, 50, 9, 5_000, new FlowAnswer(0, 0, 0)));
        int next = 1;
        for (int i = 0; i < flow.size(); i++) {
            if (flow.type(i) == OrderFlow.NEW || flow.type(i) == OrderFlow.IOC || flow.type(i) == OrderFlow.MARKET) {
                assertThat(flow.id(i)).isEqualTo(next++);
            } else {
                assertThat(flow.id(i)).isLessThan(next);
            }
        }
        assertThat(flow.ids()).isEqualTo(next - 1);
        assertThat(flow.firstTimed()).isEqualTo(150);
    }
}
