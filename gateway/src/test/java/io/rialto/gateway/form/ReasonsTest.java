package io.rialto.gateway.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonsTest {
    @Test
    void wordsOfAnyLanguageComeThrough() {
        assertThat(Reasons.of("f%C3%BCnf%20Orders%20+%201")).isEqualTo("fünf Orders + 1");
    }

    @Test
    void whatIsNotEncodedIsTakenAsItIs() {
        assertThat(Reasons.of("100% sure")).isEqualTo("100% sure");
        assertThat(Reasons.of("")).isEmpty();
    }

    @Test
    void aLineStaysALine() {
        assertThat(Reasons.of("one%0Atwo%00")).isEqualTo("one two");
    }
}
