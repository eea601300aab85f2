// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { FitFigure } from '../src/fit/fit-figure';
import { parseMine, setMine, useMine } from '../src/fit/mine';
import { MyChairForm } from '../src/fit/my-sizes';

afterEach(() => {
  act(() => setMine({ chair: null, door: null }));
  cleanup();
});

const DOOR = { width: 80, height: 200 };

describe('my chair and my door', () => {
  it.each([
    null,
    '',
    'null',
    '[1]',
    '{"chair":{"width":1,"height":2}}',
    '{"door":{"width":"80","height":200}}',
    '{"door":{"width":0,"height":200}}',
    '{"chair":{"width":1,"depth":1e9,"height":1}}',
  ])('are none when the storage holds %s', (text) =>
    expect(parseMine(text)).toEqual({ chair: null, door: null }),
  );

  it('are remembered on the device, and told to everything that shows them', () => {
    const Shown = () => <p>{useMine().door?.width ?? 'none'}</p>;
    render(<Shown />);
    act(() => setMine({ door: DOOR }));
    expect(screen.getByText('80')).toBeTruthy();
    expect(parseMine(localStorage.getItem('mine'))).toEqual({ chair: null, door: DOOR });
    localStorage.setItem('mine', JSON.stringify({ door: { ...DOOR, width: 90 } }));
    act(() => {
      dispatchEvent(new Event('storage'));
    });
    expect(screen.getByText('90')).toBeTruthy();
  });

  it('are typed, with full-width digits too, and nothing is set while one is wrong', () => {
    const Shown = () => <p>{JSON.stringify(useMine().chair)}</p>;
    render(
      <>
        <MyChairForm />
        <Shown />
      </>,
    );
    const type = (label: string, value: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } });
    const submit = () => fireEvent.submit(screen.getByRole('button').closest('form') as HTMLFormElement);
    type('幅(cm)', '４５');
    type('奥行き(cm)', '50.5');
    type('高さ(cm)', '80');
    submit();
    expect(screen.getByRole('alert').textContent).toContain('1から999まで');
    expect(document.activeElement).toBe(screen.getByLabelText('奥行き(cm)'));
    expect(screen.getByText('null')).toBeTruthy();
    type('奥行き(cm)', '50');
    expect(screen.getByRole('alert').textContent).toBe('');
    submit();
    expect(screen.getByText('{"width":45,"depth":50,"height":80}')).toBeTruthy();
  });
});

describe('the drawing', () => {
  const rectangle = (part: string) => {
    const element = document.querySelector(`.fit-${part}`);
    const of = (name: string) => Number(element?.getAttribute(name));
    return { x: of('x'), y: of('y'), width: of('width'), height: of('height') };
  };

  it.each([
    ['passes', { width: 50, depth: 60, height: 120 }, DOOR],
    ['does not', { width: 90, depth: 100, height: 120 }, DOOR],
    ['is wider than the door', { width: 150, depth: 190, height: 199 }, { width: 30, height: 40 }],
  ])('is to scale and stays inside when the chair %s', (_, chair, door) => {
    render(<FitFigure chair={chair} door={door} />);
    const [opening, face] = [rectangle('opening'), rectangle('face')];
    const scale = opening.width / door.width;
    expect(opening.height / door.height).toBeCloseTo(scale);
    expect(face.width / chair.width).toBeCloseTo(scale);
    expect(face.height / chair.depth).toBeCloseTo(scale);
    expect(face.y + face.height).toBeCloseTo(opening.y + opening.height);
    const [, , width = 0, height = 0] = (document.querySelector('svg')?.getAttribute('viewBox') ?? '')
      .split(' ')
      .map(Number);
    for (const { x, y, ...size } of [opening, face]) {
      expect(Math.min(x, y)).toBeGreaterThan(0);
      expect(x + size.width).toBeLessThan(width);
      expect(y + size.height).toBeLessThan(height);
    }
  });

  it('says in words what it shows', () => {
    render(<FitFigure chair={{ width: 50, depth: 60, height: 120 }} door={DOOR} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('80 × 200 cm');
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('50 × 60 cm');
    expect(screen.getByText('通る・余裕 30 cm')).toBeTruthy();
    expect(screen.getByText('図は、寝かせて脚か背から入れる向きです。')).toBeTruthy();
    expect(screen.getByText('立てたままでも通ります(余裕 30 cm)。')).toBeTruthy();
    cleanup();
    render(<FitFigure chair={{ width: 90, depth: 95, height: 120 }} door={DOOR} />);
    expect(screen.getByText('通らない・10 cm不足')).toBeTruthy();
    expect(screen.getByText('どの向きでも、あと 10 cm 足りません。')).toBeTruthy();
  });
});
