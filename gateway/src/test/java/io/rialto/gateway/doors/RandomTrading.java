package io.rialto.gateway.doors;

import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two traders who place, amend, cancel and take, one thing after the other, as a seed says. */
final class RandomTrading {
    private static final int MIDDLE = 5_000;
    private static final int WIDTH = 40;

    private final Random random;
    private final List<String> placed = new ArrayList<>();
    private final List<Boolean> isOfAlice = new ArrayList<>();

    RandomTrading(long seed) {
        random = new Random(seed);
    }

    void acts(Trader alice, Trader bob) {
        boolean isAlice = random.nextBoolean();
        Trader trader = isAlice ? alice : bob;
        int what = random.nextInt(10);
        if (what < 6 || placed.isEmpty()) {
            boolean isBuy = random.nextBoolean();
            int price = MIDDLE + random.nextInt(WIDTH) * (isBuy ? -1 : 1) + random.nextInt(9) - 4;
            Client.Answer answer = trader.places(
                    isBuy ? "BUY" : "SELL", "0.0" + (1 + random.nextInt(9)), price + "." + random.nextInt(10) + "0");
            if (answer.status() != 201) return;
            placed.add(answer.text("id"));
            isOfAlice.add(isAlice);
            return;
        }
        int place = random.nextInt(placed.size());
        Client client = (isOfAlice.get(place) ? alice : bob).client();
        String path = "/api/v1/orders/" + placed.get(place);
        if (what < 8) client.patch(path, "{\"quantity\":\"0.0" + (1 + random.nextInt(9)) + "\"}");
        else client.delete(path);
    }
}
