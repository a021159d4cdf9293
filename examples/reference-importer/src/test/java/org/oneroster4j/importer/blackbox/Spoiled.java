package org.oneroster4j.importer.blackbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A drop whose bytes are damaged: quotes, commas and line ends too many, cut off, wrongly encoded, without header. */
final class Spoiled {
    private static final List<String> PIECES =
            List.of("\"", "\"", "\"", ",", "\n", "\r", "\"\"", " \"", "\"x", "\0", ",,");
    private static final int MOST = 4;

    private Spoiled() {}

    static Map<String, byte[]> of(Map<String, byte[]> drop, Random random) {
        Map<String, byte[]> spoiled = new TreeMap<>(drop);
        List<String> names = new ArrayList<>(spoiled.keySet());
        for (int i = random.nextInt(MOST); i >= 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = spoiled.get(name);
            if (bytes == null) {
                continue;
            }
            int at = random.nextInt(bytes.length + 1);
            switch (random.nextInt(10)) {
                case 0 -> spoiled.put(name, with(bytes, at, new byte[] {(byte) 0xC3}));
                case 1 -> spoiled.put(name, Arrays.copyOf(bytes, at));
                case 2 -> spoiled.put(name, asUtf16(bytes));
                case 3 -> spoiled.put(name, withoutFirstLine(bytes));
                case 4 -> {
                    spoiled.remove(name);
                    spoiled.put(name.toUpperCase(Locale.ROOT), bytes);
                }
                case 5 -> spoiled.put(name, with(bytes, 0, "\uFEFF".getBytes(StandardCharsets.UTF_8)));
                default -> {
                    String piece = PIECES.get(random.nextInt(PIECES.size()));
                    spoiled.put(name, with(bytes, at, piece.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return spoiled;
    }

    private static byte[] with(byte[] bytes, int at, byte[] piece) {
        byte[] longer = new byte[bytes.length + piece.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(piece, 0, longer, at, piece.length);
        System.arraycopy(bytes, at, longer, at + piece.length, bytes.length - at);
        return longer;
    }

    private static byte[] asUtf16(byte[] bytes) {
        return ("\uFEFF" + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] withoutFirstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
    }
}
