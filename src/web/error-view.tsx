import type { FieldError, ProblemSlug } from '../http/problems.js';
import { problemKind } from '../http/problems.js';
import { address } from './address.js';
import { Layout } from './layout.js';
import type { PageContext } from './page-context.js';
import { problemText } from './problem-texts.js';

interface ErrorProps {
  slug: ProblemSlug;
  detail: string;
  errors: readonly FieldError[];
  context: PageContext;
}

/** A page that could not be made: what happened, and what to do. */
export const ErrorView = ({ slug, detail, errors, context }: ErrorProps) => {
  const { texts, language } = context;
  return (
    <Layout context={context} title={texts.problems.title(problemKind(slug)[language])}>
      <h1>{problemKind(slug)[language]}</h1>
      <section class="besked bradskar" aria-labelledby="fel">
        <h2 id="fel">{errors.length > 0 ? texts.problems.fields : texts.problems.happened}</h2>
        {errors.length > 0 ? (
          <ul>
            {errors.map((error) => (
              <li>{error.detail}</li>
            ))}
          </ul>
        ) : (
          <p>{detail}</p>
        )}
      </section>
      <h2>{texts.problems.todo}</h2>
      <p>{problemText(slug, language).todo}</p>
      <p>
        <a href={address('/', language)}>{texts.problems.toQueue}</a>
      </p>
      <p>
        <a href={address(`/problem/${slug}`, language)}>{texts.problems.readMore}</a>
      </p>
    </Layout>
  );
};
