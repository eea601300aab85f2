package isuumo.generator.picture;

import isuumo.generator.Dice;

/** The kinds of chair that can be drawn. */
public enum ChairShape {
    DINING {
        @Override
        void draw(Canvas canvas, Upholstery cloth, Dice dice) {
            new DiningChair(canvas, cloth, dice).draw();
        }
    },
    DESK {
        @Override
        void draw(Canvas canvas, Upholstery cloth, Dice dice) {
            new DeskChair(canvas, cloth, dice).draw();
        }
    },
    LOUNGE {
        @Override
        void draw(Canvas canvas, Upholstery cloth, Dice dice) {
            new LoungeChair(canvas, cloth, dice).draw();
        }
    },
    STOOL {
        @Override
        void draw(Canvas canvas, Upholstery cloth, Dice dice) {
            new Stool(canvas, cloth, dice).draw();
        }
    };

    /** Where every chair stands: the middle of its feet. */
    static final double CENTER_X = 200;
    static final double GROUND_Y = 264;

    abstract void draw(Canvas canvas, Upholstery cloth, Dice dice);

    static void shadow(Canvas canvas, double halfWidth) {
        canvas.fill(Path.ellipse(CENTER_X, GROUND_Y - 4, halfWidth, 13), Tone.INK, 20);
    }
}
