package isuumo.generator.picture;

/** The light of a landscape: the sky's colours from top to horizon, and the tint that lies on everything. */
enum Daytime {
    MORNING(0x9CD3E8, 0xFDEBD3, 0xFFF0D8, 0.06), DAY(0x6FB7E6, 0xD8EFF8, Tone.WHITE, 0), CLEAR(0x4E9BDA, 0xBFE3F2,
            Tone.WHITE, 0),
    SUNSET(0x7A6FA8, 0xFBB98A, 0xF0905E, 0.2), DUSK(0x2E3A66, 0xC98FA0, 0x4A4A86,
            0.36),
    NIGHT(0x16213F, 0x3D5283, 0x22346A, 0.44);

    final int zenith;
    final int horizon;
    private final int tint;
    private final double tintPart;

    Daytime(int zenith, int horizon, int tint, double tintPart) {
        this.zenith = zenith;
        this.horizon = horizon;
        this.tint = tint;
        this.tintPart = tintPart;
    }

    int tint(int rgb) {
        return Tone.mix(rgb, tint, tintPart);
    }

    boolean lampsAreOn() {
        return this == SUNSET || this == DUSK || this == NIGHT;
    }
}
