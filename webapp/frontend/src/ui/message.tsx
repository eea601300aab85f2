import { Doorway } from './doorway';
import { PageTitle } from './page-title';

interface MessageProps {
  title: string;
  texts: string[];
  link: [text: string, href: string];
}

/** A page that has nothing to show but says why, and offers a way on. */
export function Message({ title, texts, link }: MessageProps) {
  return (
    <div class="message">
      <Doorway />
      <PageTitle text={title} />
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <a class="button button-primary" href={link[1]}>
        {link[0]}
      </a>
    </div>
  );
}
