package org.oneroster4j.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Ids made to collide in tables: under the hash without a key that the project once had, and under that of strings. */
public final class CraftedIds {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private CraftedIds() {}

    /** Returns ids of 15 letters and digits that all had the same 32 bits under the former hash of stored texts. */
    public static List<String> ofFormerHash(int count) {
        Set<String> ids = new LinkedHashSet<>();
        Random random = new Random(19);
        byte[] bytes = new byte[16];
        bytes[0] = 15 + 4;
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long target = 0;
        while (ids.size() < count) {
            for (int i = 1; i < 8; i++) {
                bytes[i] = (byte) ('a' + random.nextInt(26));
            }
            long hash = ((bytes.length * MIX) ^ words.getLong(0)) * MIX;
            hash ^= hash >>> 32;
            if (target == 0) {
                // The state after the first id decides for all others.
                words.putLong(8, 0x3030303030303030L);
                target = hash ^ words.getLong(8);
            }
            words.putLong(8, hash ^ target);
            if (isPlain(bytes)) {
                ids.add(new String(bytes, 1, 15, StandardCharsets.US_ASCII));
            }
        }
        return List.copyOf(ids);
    }

    private static boolean isPlain(byte[] bytes) {
        for (int i = 8; i < 16; i++) {
            int b = bytes[i];
            if (b <= ' ' || b == '"' || b == ',' || b == 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Returns ids of one {@link String#hashCode}. */
    public static List<String> ofStringHash(int count) {
        List<String> ids = new ArrayList<>(count);
        int pairs = Math.max(1, 32 - Integer.numberOfLeadingZeros(count - 1));
        for (int i = 0; i < count; i++) {
            StringBuilder id = new StringBuilder(2 * pairs);
            for (int pair = 0; pair < pairs; pair++) {
                id.append((i >>> pair & 1) == 0 ? "Aa" : "BB");
            }
            ids.add(id.toString());
        }
        return ids;
    }
}
