package io.rialto.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressListTest {
    @Test
    void anAddressIsInItsNetworksOfBothKinds() {
        AddressList list = AddressList.of(List.of("10.1.2.0/23", "192.0.2.7", "2001:db8:1::/48", "::1"));

        assertThat(List.of("10.1.2.0", "10.1.3.255", "192.0.2.7", "2001:db8:1:ffff::9", "[::1]", "::1%lo"))
                .allMatch(list::holds);
        assertThat(List.of("10.1.4.0", "10.1.1.255", "192.0.2.8", "2001:db8:2::1", "::2", "", "localhost"))
                .noneMatch(list::holds);
        assertThat(list.holds("::ffff:192.0.2.7")).isTrue();
        assertThat(AddressList.ANY.holds("203.0.113.1")).isTrue();
    }

    @Test
    void whatIsNoNetworkIsNoName() {
        assertThat(List.of("10.0.0.0/0", "::/0", "10.0.0.0/32", "::/128")).allMatch(AddressList::isNetwork);
        assertThat(List.of("10.0.0.0/33", "::/129", "999.0.0.1", "localhost", "10.0.0", "", "10.0.0.1/", "a:b:"))
                .noneMatch(AddressList::isNetwork);
    }
}
