/** Made anew for each request, as every page of Herleid is. */
export const dynamic = "force-dynamic";

export default function Page() {
  return <p>Een kale pagina.</p>;
}
