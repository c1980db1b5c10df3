// A heading and a few sentences under it, each a point of its own.

export const Sentences = ({ title, sentences }: { title: string; sentences: readonly string[] }) => (
  <section class="apart-above">
    <h2>{title}</h2>
    <ul class="points">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </section>
)
