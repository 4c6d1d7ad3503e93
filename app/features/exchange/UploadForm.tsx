import { Form, useNavigation } from '../../framework.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './exchange.module.css';

type Props = {
  words: { label: string; hint: string; submit: string; reading: string };
  /** What the file must be, for the dialog of the browser. */
  accept: string;
  refusal: string | undefined;
};

/** One file to be read on trial. Works without scripts; with them it says that it is at work. */
export function UploadForm({ words, accept, refusal }: Props) {
  const isReading = useNavigation().state !== 'idle';
  return (
    <Form method="post" encType="multipart/form-data" className={styles.form}>
      <Field label={words.label} hint={words.hint} refusal={refusal}>
        {(control) => <input {...control} type="file" name="file" accept={accept} required />}
      </Field>
      <Button type="submit" look="primary" disabled={isReading}>
        {words.submit}
      </Button>
      <p role="status">{isReading && words.reading}</p>
    </Form>
  );
}
