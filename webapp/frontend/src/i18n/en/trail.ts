import type { TrailTexts } from '../trail';

export const trail: TrailTexts = {
  label: 'Within the results',
  back: 'Back to the results',
  previous: 'Previous',
  next: 'Next',
};
