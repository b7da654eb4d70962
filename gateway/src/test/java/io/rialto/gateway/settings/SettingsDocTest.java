package io.rialto.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsDocTest {
    @Test
    void everyKeyIsInTheOperatorsTableWithItsUnitDefaultAndRange() throws Exception {
        String table = Files.readString(Path.of("../docs/operations.md"));

        for (Setting setting : Settings.ALL) {
            String line = table.lines()
                    .filter(each -> each.startsWith("| `" + setting.key() + "` |"))
                    .findFirst()
                    .orElse("");
            assertThat(line).as(setting.key()).contains(setting.normal());
            if (setting.isNumber()) {
                assertThat(line).contains("| " + setting.unit() + " |", setting.least() + ".." + setting.most());
            }
            setting.choices().forEach(choice -> assertThat(line).contains("`" + choice + "`"));
        }
    }
}
