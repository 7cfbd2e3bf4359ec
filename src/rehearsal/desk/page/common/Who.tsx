import { Avatar } from '@fluentui/react-components';

interface Props {
  name: string;
  bot?: boolean;
  size?: 20 | 24 | 28 | 32 | 36;
}

/** A face: initials in a person's own colour; the bot is square, as apps are in Teams. Decoration only, for the name stands beside it. */
export function Who({ name, bot = false, size = 32 }: Props) {
  return (
    <span aria-hidden="true" style={{ display: 'inline-flex' }}>
      {bot ? (
        <Avatar name={name} initials="C" shape="square" color="brand" size={size} />
      ) : (
        <Avatar name={name} color="colorful" size={size} />
      )}
    </span>
  );
}
